import { type RefObject, useEffect, useState } from 'react';

/** Whether the focus is inside an element. */
export function useHasFocus(place: RefObject<HTMLElement | null>): boolean {
  const [hasFocus, setFocus] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const enter = () => {
      setFocus(true);
    };
    const leave = () => {
      setFocus(false);
    };
    element.addEventListener('focusin', enter);
    element.addEventListener('focusout', leave);
    return () => {
      element.removeEventListener('focusin', enter);
      element.removeEventListener('focusout', leave);
    };
  }, [place]);
  return hasFocus;
}
