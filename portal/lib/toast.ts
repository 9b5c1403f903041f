type Kind = "success" | "error" | "message";

/** Says in passing that something is done. Nobody waits for the code that shows it before the first is said. */
const say = (kind: Kind) => (text: string) => {
  // Without that code the page shows what was done all the same.
  void import("sonner").then(({ toast }) => toast[kind](text)).catch(() => undefined);
};

export const toast = { success: say("success"), error: say("error"), message: say("message") };
