"use client";

import { CircleCheck, CircleX, Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type ProofStep, rootFrom } from "#portal/lib/sum-tree.ts";
import { classes } from "#portal/ui/classes.ts";

type Proof = {
  memberId: string;
  points: number;
  nonce: string;
  way: ProofStep[];
  tree: { root: string; points: number };
};

/** Works the root out again, on the member's own device, and says whether it is the published one. */
export function ProofCheck({ proof }: { proof: Proof }) {
  const t = useTranslations("balanceProof");
  const [holds, setHolds] = useState<boolean | null>(null);
  useEffect(() => {
    rootFrom(proof, proof.way).then(
      ({ hash, points }) => setHolds(hash === proof.tree.root && points === proof.tree.points),
      () => setHolds(false),
    );
  }, [proof]);
  const found = t("holds", { steps: String(proof.way.length) });
  const Sign = holds === false ? CircleX : CircleCheck;
  return (
    <section className="panel flex flex-wrap items-center gap-4 px-5 py-5">
      <Sign
        className={classes("size-9 shrink-0", holds === null ? "text-ink-faint" : holds ? "text-good" : "text-bad")}
        aria-hidden="true"
      />
      <p className="grid min-w-0 grow font-medium *:col-start-1 *:row-start-1">
        {/* As much room as the answer takes: the page would jump when it comes. */}
        <span className="invisible" aria-hidden="true">
          {found}
        </span>
        <span aria-live="polite">{holds === null ? t("checking") : holds ? found : t("fails")}</span>
      </p>
      <a
        className="inline-flex min-h-11 items-center gap-2 rounded-lg border border-line px-4 font-medium hover:bg-sunken"
        href={`data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(proof, null, 2))}`}
        download="balance-proof.json"
      >
        <Download className="size-4" aria-hidden="true" />
        {t("download")}
      </a>
    </section>
  );
}
