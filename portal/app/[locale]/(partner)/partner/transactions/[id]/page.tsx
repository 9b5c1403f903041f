import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { OpenDispute } from "#portal/views/partner/dispute/open.tsx";
import { LedgerEntryPage } from "#portal/views/shared/ledger-entry.tsx";
import { disputeLimits, ledgerEntry } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("partner"))("transaction") };
}

export default async function Transaction({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { entry } = await read(ledgerEntry, { id });
  if (!entry) notFound();
  const sections = await getTranslations("sections");
  return (
    <LedgerEntryPage
      entry={entry}
      shell="partner"
      crumb={{ name: sections("transactions"), href: "/partner/transactions" }}
      deeds={entry.redemptionId ? <Dispute redemptionId={entry.redemptionId} /> : null}
    />
  );
}

/** Who may not see disputes may not open one either: then nothing stands there. */
async function Dispute({ redemptionId }: { redemptionId: string }) {
  const limits = (await ifAllowed(read(disputeLimits, { redemptionId })))?.disputeLimits;
  return limits ? <OpenDispute limits={limits} redemptionId={redemptionId} /> : null;
}
