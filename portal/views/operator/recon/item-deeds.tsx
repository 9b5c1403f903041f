import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Status } from "#portal/ui/status.tsx";
import { RECON } from "#portal/views/operator/recon/frame.tsx";
import type { ReconItem } from "#portal/views/operator/recon/item.tsx";
import {
  explainDebit,
  markForReturn,
  resolveReconItem,
  takeReconItem,
  unmatchReconItem,
  writeOffDifference,
} from "#schema/documents.ts";

/** What this person may do with the item now. The gateway decides again. */
export async function ItemDeeds({ item, roles }: { item: ReconItem; roles: readonly string[] }) {
  const works = roles.includes("OPERATOR_CLERK");
  if (item.state === "BREAK" && works) return <Take item={item} />;
  if (item.state === "MATCHED" && roles.includes("OPERATOR_FINANCE")) return <Unmatch item={item} />;
  if (item.state !== "INVESTIGATING" || !works) return null;
  const open = Number(item.unapplied.amount);
  if (open > 0) return <Receipt item={item} />;
  return open < 0 ? <Explain item={item} /> : <Closing item={item} />;
}

async function Take({ item }: { item: ReconItem }) {
  const t = await getTranslations("recon");
  return (
    <DeedDialog
      operation={takeReconItem}
      input={{ itemId: item.id }}
      takes={{}}
      button={t("take")}
      title={t("take")}
      text={t("takeText")}
      changes={[{ name: t("state"), before: <Status state="BREAK" />, after: <Status state="INVESTIGATING" /> }]}
      confirm={t("take")}
      done={t("takeDone")}
    />
  );
}

async function Unmatch({ item }: { item: ReconItem }) {
  const t = await getTranslations("recon");
  return (
    <DeedDialog
      operation={unmatchReconItem}
      input={{ itemId: item.id }}
      takes={{ reason: "required" }}
      look="danger"
      button={t("unmatch")}
      title={t("unmatch")}
      text={t("unmatchText")}
      changes={[{ name: t("state"), before: <Status state="MATCHED" />, after: <Status state="BREAK" /> }]}
      confirm={t("unmatch")}
      done={t("unmatchDone")}
    />
  );
}

/** Money without an owner: find one, send it back, or give up a small difference. */
async function Receipt({ item }: { item: ReconItem }) {
  const t = await getTranslations("recon");
  return (
    <>
      <WriteOff item={item} />
      <DeedDialog
        operation={markForReturn}
        input={{ itemId: item.id }}
        takes={{ reason: "required" }}
        look="secondary"
        button={t("markReturn")}
        title={t("markReturn")}
        text={t("markReturnText")}
        confirm={t("markReturn")}
        done={t("markReturnDone")}
      />
      <ButtonLink href={RECON} look="primary">
        {t("match")}
      </ButtonLink>
    </>
  );
}

async function Explain({ item }: { item: ReconItem }) {
  const t = await getTranslations("recon");
  const meanings = ["BANK_CHARGE", "PAY_OUT", "RETURNED_RECEIPT"] as const;
  return (
    <>
      <WriteOff item={item} />
      <DeedDialog
        operation={explainDebit}
        input={{ itemId: item.id }}
        takes={{ reason: "required", key: true }}
        fields={[
          {
            name: "as",
            label: t("meaning"),
            kind: "choice",
            required: true,
            choices: meanings.map((value) => ({ value, name: t(value) })),
          },
          {
            name: "paymentId",
            label: t("whichPayment"),
            kind: "text",
            required: true,
            when: { name: "as", is: ["PAY_OUT"] },
          },
          {
            name: "receiptItemId",
            label: t("whichReceipt"),
            kind: "text",
            required: true,
            when: { name: "as", is: ["RETURNED_RECEIPT"] },
          },
        ]}
        button={t("explain")}
        title={t("explainTitle")}
        text={t("explainText")}
        confirm={t("explain")}
        done={t("proposedDone")}
      />
    </>
  );
}

async function WriteOff({ item }: { item: ReconItem }) {
  const t = await getTranslations("recon");
  return (
    <DeedDialog
      operation={writeOffDifference}
      input={{ itemId: item.id }}
      takes={{ reason: "required", key: true }}
      look="secondary"
      button={t("writeOff")}
      title={t("writeOffTitle")}
      text={t("writeOffText")}
      confirm={t("writeOff")}
      done={t("proposedDone")}
    />
  );
}

/** Nothing of the line is open: what differs is said, or given up. */
async function Closing({ item }: { item: ReconItem }) {
  const t = await getTranslations("recon");
  return (
    <>
      {item.kind === "SHORT_RECEIPT" ? <WriteOff item={item} /> : null}
      <DeedDialog
        operation={resolveReconItem}
        input={{ itemId: item.id }}
        takes={{ reason: "required", reasonField: "resolution" }}
        button={t("resolve")}
        title={t("resolve")}
        text={t("resolveText")}
        confirm={t("resolve")}
        done={t("resolveDone")}
      />
    </>
  );
}
