/** In what capacity a person signs; the words stand before the jabatan, as on a printed letter. */
export type Capacity =
  /** The holder of the post. */
  | { readonly kind: 'holder'; readonly title: string }
  /** Plt.: the post is vacant. */
  | { readonly kind: 'acting'; readonly title: string }
  /** Plh.: the holder is absent. */
  | { readonly kind: 'dailyActing'; readonly title: string }
  /** a.n.: on behalf of the superior. */
  | { readonly kind: 'onBehalfOf'; readonly superior: string; readonly title: string }
  /** u.b.: by order of the one who may sign on behalf of the superior, two levels down. */
  | {
      readonly kind: 'byOrderOf';
      readonly superior: string;
      readonly between: string;
      readonly title: string;
    };

/** The lines above the name, as a letter has them. */
export function capacityLines(capacity: Capacity): readonly string[] {
  switch (capacity.kind) {
    case 'holder':
      return [capacity.title];
    case 'acting':
      return [`Plt. ${capacity.title}`];
    case 'dailyActing':
      return [`Plh. ${capacity.title}`];
    case 'onBehalfOf':
      return [`a.n. ${capacity.superior}`, capacity.title];
    case 'byOrderOf':
      return [`a.n. ${capacity.superior}`, capacity.between, `u.b. ${capacity.title}`];
  }
}
