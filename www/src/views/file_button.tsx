/** A button that asks for a file; the input behind it is native and stays out of sight. */

import { useRef } from "preact/hooks";

export function FileButton(props: { label: string; accept: string; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const take = (): void => {
    const file = input.current?.files?.[0];
    if (file) props.onFile(file);
    // The same file may be chosen again after it was mended.
    if (input.current) input.current.value = "";
  };
  return (
    <>
      <button type="button" part="button" onClick={() => input.current?.click()}>
        {props.label}
      </button>
      <input ref={input} type="file" hidden accept={props.accept} onChange={take} />
    </>
  );
}
