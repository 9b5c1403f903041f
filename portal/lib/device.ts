const NAME = "zgoda-device";

/** What this browser calls itself: a random word of its own, so that two members on one device can be told. */
export function thisDevice(): string | null {
  try {
    const known = window.localStorage.getItem(NAME);
    if (known) return known;
    const fresh = crypto.randomUUID();
    window.localStorage.setItem(NAME, fresh);
    return fresh;
  } catch {
    // Storage is switched off: then the device stays unknown.
    return null;
  }
}
