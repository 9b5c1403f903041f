import type { Texts } from "#portal/lib/texts.ts";
import { isoDate } from "#portal/lib/zone.ts";

/** An instant as a form's clock shows it, in the network's zone. */
export const wallOf = (texts: Texts) => ({
  zone: texts.zone,
  wall: (instant: string) => `${isoDate(texts.wallTime(instant))}T${texts.time(instant)}`,
});
