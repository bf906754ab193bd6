/** A wide table scrolls in its own box, says so, and can be reached by keyboard. */

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../words/words.js";
import { useUi } from "./ui.js";

export function Scroll(props: { label: string; children: ComponentChildren }) {
  const { narrow } = useUi();
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    const measure = (): void => setScrolls(current.scrollWidth > current.clientWidth);
    const sizes = new ResizeObserver(measure);
    sizes.observe(current);
    measure();
    return () => sizes.disconnect();
  }, [narrow]);
  return (
    <>
      {scrolls && <p class="muted scroll-hint">{t("reports.scrolls")}</p>}
      <div ref={box} class="scroll" role="region" aria-label={props.label} tabIndex={0}>
        {props.children}
      </div>
    </>
  );
}
