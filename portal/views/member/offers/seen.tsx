"use client";

import { useEffect, useRef } from "react";
import { useDeed } from "#portal/lib/deeds.ts";
import { seeOffers } from "#schema/documents.ts";

/** Says once that new offers were on the screen; nothing waits for it and nothing is lost when it fails. */
export function Seen({ personalOfferIds }: { personalOfferIds: string[] }) {
  const { run } = useDeed(seeOffers);
  const told = useRef("");
  const ids = personalOfferIds.join(" ");
  useEffect(() => {
    if (ids === "" || told.current === ids) return;
    told.current = ids;
    void run({ input: { personalOfferIds: ids.split(" ") } });
  });
  return null;
}
