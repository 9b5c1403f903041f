import { type Words, words } from "#api/engine/campaign.ts";
import type { Segment } from "#api/sql/rows.ts";

/** The name as it lies in the database; it was checked when it was written. */
export const storedWords = ({ name }: Pick<Segment, "name">): Words => words.parse(name);
