/** A view whose code comes late: its heading is there at once and takes the focus, the rest follows. */

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { missingPart, type Part } from "../parts.js";
import { t } from "../strings/en.js";
import { ViewHeading } from "./heading.js";
import { Problems } from "./problems.js";
import { useUi } from "./ui.js";

interface Props<T> {
  readonly title: string;
  readonly part: Part<T>;
  readonly children: (part: T) => ComponentChildren;
}

export function Late<T>({ title, part, children }: Props<T>) {
  return (
    <>
      <ViewHeading>{title}</ViewHeading>
      {part.loaded ? children(part.loaded) : <Loading title={title} part={part} />}
    </>
  );
}

function Loading<T>({ title, part }: Omit<Props<T>, "children">) {
  const { controller } = useUi();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (failed) return;
    let gone = false;
    const then = (act: () => void) => () => {
      if (!gone) act();
    };
    part.load().then(
      then(() => {
        controller.say(t.partLoaded(title));
        controller.draw();
      }),
      then(() => {
        controller.report([missingPart(title)]);
        setFailed(true);
      }),
    );
    return () => {
      gone = true;
    };
  }, [part, failed]);
  if (!failed) return <p class="muted loading">{t.partLoading}</p>;
  const retry = (): void => {
    setFailed(false);
    // The button goes away, and the focus must not go with it.
    controller.focusOn("heading");
  };
  return (
    <>
      <Problems title={t.partFailed} problems={[missingPart(title)]} />
      <p>
        <button type="button" part="button" onClick={retry}>
          {t.retry}
        </button>
      </p>
    </>
  );
}
