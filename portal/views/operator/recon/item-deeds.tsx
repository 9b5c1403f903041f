import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Status } from "#portal/ui/status.tsx";
import { RECON } from "#portal/views/operator/recon/frame.tsx";
import type { ReconItem } from "#portal/views/operator/recon/item.tsx";
import {
  explainDebit,
  markForReturn,
  paymentList,
  resolveReconItem,
  takeReconItem,
  unmatchReconItem,
  writeOffDifference,
} from "#schema/documents.ts";

/** A payment in one of these states is to send the receipt's money back. */
const underWay = ["DRAFT", "PENDING_APPROVAL", "APPROVED", "EXPORTED", "ACCEPTED"];

/** Finance may take back what was matched, in whole or in part. */
const hasMatch = ({ matches, state }: ReconItem) =>
  ["MATCHED", "RESOLVED", "BREAK", "INVESTIGATING"].includes(state) && matches.some(({ undoneAt }) => !undoneAt);

/** What this person may do with the item now. The gateway decides again. */
export async function ItemDeeds({ item, roles }: { item: ReconItem; roles: readonly string[] }) {
  const works = roles.includes("OPERATOR_CLERK");
  if (item.state === "BREAK" && works) return <Take item={item} />;
  if (hasMatch(item) && roles.includes("OPERATOR_FINANCE")) return <Unmatch item={item} />;
  if (item.state !== "INVESTIGATING" || !works) return null;
  const open = Number(item.unapplied.amount);
  if (item.returns.some(({ state }) => underWay.includes(state))) return null;
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
      changes={[{ name: t("state"), before: <Status state={item.state} />, after: <Status state="BREAK" /> }]}
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
        takes={{ reason: "required", key: true }}
        fields={
          item.bankLine?.counterpartyIban && item.returns.length === 0
            ? []
            : [
                { name: "holder", label: t("returnHolder"), kind: "text", required: false },
                { name: "iban", label: t("returnIban"), kind: "text", required: false },
              ]
        }
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

/** What was sent to the bank and is not booked yet: a debit without an explanation may be one of these. */
async function sentChoices() {
  const texts = await getTexts();
  const answer = await ifAllowed(read(paymentList, { first: 100, states: ["EXPORTED", "ACCEPTED"] }));
  const sent = answer?.payments.edges.map(({ node }) => node) ?? [];
  const named = ({ partner, creditorName, endToEndId, amount }: (typeof sent)[number]) =>
    `${partner?.name ?? creditorName ?? "–"} · ${texts.money(amount)} · ${endToEndId}`;
  return {
    payOuts: sent.filter(({ kind }) => kind === "PAY_OUT").map((one) => ({ value: one.id, name: named(one) })),
    receipts: sent.flatMap((one) => (one.receipt ? [{ value: one.receipt.id, name: named(one) }] : [])),
  };
}

async function Explain({ item }: { item: ReconItem }) {
  const t = await getTranslations("recon");
  const { payOuts, receipts } = await sentChoices();
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
            choices: meanings
              .filter((value) => value === "BANK_CHARGE" || (value === "PAY_OUT" ? payOuts : receipts).length > 0)
              .map((value) => ({ value, name: t(value) })),
          },
          {
            name: "paymentId",
            label: t("whichPayment"),
            kind: "choice",
            required: true,
            choices: payOuts,
            when: { name: "as", is: ["PAY_OUT"] },
          },
          {
            name: "receiptItemId",
            label: t("whichReceipt"),
            kind: "choice",
            required: true,
            choices: receipts,
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
