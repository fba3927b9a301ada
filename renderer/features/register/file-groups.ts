/** What is known of a dropped or chosen file before the engine looks into it. */
export interface OfferedFile {
  readonly name: string;
}

const imageName = /\.(jpe?g|png)$/i;

/** Files that become one letter each: every PDF by itself, images given together as the pages of one letter. */
export function fileGroups<F extends OfferedFile>(files: readonly F[]): readonly (readonly F[])[] {
  const images = files.filter((file) => imageName.test(file.name));
  const others = files.filter((file) => !imageName.test(file.name)).map((file) => [file]);
  return images.length === 0 ? others : [...others, images];
}
