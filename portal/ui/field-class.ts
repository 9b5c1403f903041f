/** How every input looks; apart from the inputs, so that views on the server can read it. */
export const fieldClass =
  "mt-1.5 block w-full rounded-lg border border-line-strong/60 bg-surface px-3 py-2 aria-[invalid=true]:border-bad";
