/** A wide table scrolls in its own box, and the box can be reached by keyboard. */

import type { ComponentChildren } from "preact";

export function Scroll(props: { label: string; children: ComponentChildren }) {
  return (
    <div class="scroll" role="region" aria-label={props.label} tabIndex={0}>
      {props.children}
    </div>
  );
}
