import { getTranslations } from "next-intl/server";
import type { CycleHead as Cycle } from "#portal/lib/cycle.ts";
import { allNodes } from "#portal/lib/pages.ts";
import { read } from "#portal/lib/read.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Status } from "#portal/ui/status.tsx";
import { correctCycle, partnerNames, renetCycle, reopenCycle } from "#schema/documents.ts";

/** Asks for a cycle in review to be opened again. */
export async function Reopen({ cycle }: { cycle: Cycle }) {
  const t = await getTranslations("clearing");
  const operator = await getTranslations("operator");
  const number = String(cycle.seq);
  return (
    <DeedDialog
      operation={reopenCycle}
      input={{ cycleId: cycle.id }}
      takes={{ reason: "required", key: true }}
      look="secondary"
      button={t("reopen")}
      title={t("reopenTitle", { number })}
      text={t("reopenText")}
      changes={[
        { name: operator("changeState"), before: <Status state="IN_REVIEW" />, after: <Status state="CORRECTING" /> },
        {
          name: t("statementVersion"),
          before: String(cycle.version),
          after: String(cycle.version + 1),
        },
      ]}
      confirm={t("reopenConfirm")}
      done={t("reopenDone")}
    />
  );
}

type Choice = { value: string; name: string };

/** Everybody an amount can be posted to. */
export async function partnersToCorrect(): Promise<Choice[]> {
  const choices: Choice[] = [];
  for await (const { id, name } of allNodes(
    async (after) => (await read(partnerNames, { first: 100, after })).partners,
  ))
    choices.push({ value: id, name });
  return choices;
}

/** Proposes one more amount for one partner. */
export async function Correct({ cycle, partners }: { cycle: Cycle; partners: Choice[] }) {
  const t = await getTranslations("clearing");
  const accounts = ["MARGIN", "FEES", "TAX"] as const;
  return (
    <DeedDialog
      operation={correctCycle}
      input={{ cycleId: cycle.id }}
      takes={{ reason: "required", key: true }}
      fields={[
        {
          name: "corrections[].partnerId",
          label: t("correctPartner"),
          kind: "choice",
          required: true,
          choices: partners,
        },
        { name: "corrections[].amount", label: t("correctAmount"), kind: "decimal", required: true },
        {
          name: "against",
          label: t("correctAgainst"),
          kind: "choice",
          required: true,
          choices: accounts.map((value) => ({ value, name: t(value) })),
        },
      ]}
      look="secondary"
      button={t("correct")}
      title={t("correctTitle", { number: String(cycle.seq) })}
      text={t("correctText")}
      confirm={t("correctConfirm")}
      done={t("correctDone")}
    />
  );
}

/** Ends the correcting. */
export async function Renet({ cycle }: { cycle: Cycle }) {
  const t = await getTranslations("clearing");
  const operator = await getTranslations("operator");
  const number = String(cycle.seq);
  return (
    <DeedDialog
      operation={renetCycle}
      input={{ cycleId: cycle.id }}
      takes={{ reason: "required" }}
      button={t("renet")}
      title={t("renetTitle", { number })}
      text={t("renetText")}
      changes={[
        { name: operator("changeState"), before: <Status state="CORRECTING" />, after: <Status state="IN_REVIEW" /> },
      ]}
      confirm={t("renetConfirm")}
      done={t("renetDone", { number })}
    />
  );
}
