/** A view whose code comes late: its heading is there at once and takes the focus, the rest follows. */

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Part } from "../part.js";
import { missingPart } from "../parts.js";
import { t } from "../words/words.js";
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
      {part.loaded ? children(part.loaded) : <Loading title={title} part={part} focus="heading" />}
    </>
  );
}

/** Stands in for what comes late; `focus` takes the focus when the person tries again. */
export function Loading<T>({ title, part, focus, onLoaded }: Omit<Props<T>, "children"> & { focus: string; onLoaded?: () => void }) {
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
        controller.say(t("page.partLoaded", { title }));
        (onLoaded ?? (() => controller.draw()))();
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
  if (!failed) return <p class="muted loading">{t("page.partLoading")}</p>;
  const retry = (): void => {
    setFailed(false);
    // The button goes away, and the focus must not go with it.
    controller.focusOn(focus);
  };
  return (
    <>
      <Problems title={t("page.partFailed")} problems={[missingPart(title)]} />
      <p>
        <button type="button" part="button" onClick={retry}>
          {t("page.starting.retry")}
        </button>
      </p>
    </>
  );
}
