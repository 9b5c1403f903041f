import type { getTranslations } from "next-intl/server";
import type { DeedField } from "#portal/ui/deed-fields.tsx";
import type { FormSection } from "#portal/ui/deed-form.tsx";
import type { DeskDraw } from "#portal/views/operator/draws/desk.tsx";
import { wordsFields } from "#portal/views/shared/words-fields.ts";

type Say = Awaited<ReturnType<typeof getTranslations<"drawDesk">>>;
type Clock = { zone: string; wall: (instant: string) => string };
type Known = DeskDraw | null;

const PRIZES_MOST = 50;

/** Everything a person writes about a draw, under what it answers. */
export function drawSections(t: Say, clock: Clock, known: Known): FormSection[] {
  const prizes = known?.prizes.map((prize) => prizeFields(t, prize)) ?? [prizeFields(t, null)];
  const repeats = { name: "definition.prizes", legend: t("prize"), most: PRIZES_MOST, rows: prizes };
  return [
    { title: t("about"), columns: 3, fields: aboutFields(t, known) },
    {
      title: t("prizes"),
      note: t("prizesNote"),
      fields: [],
      repeats: { ...repeats, add: t("addPrize"), remove: t("removePrize") },
    },
    { title: t("ticketsTitle"), note: t("ticketsNote"), columns: 3, fields: ticketFields(t, clock, known) },
    { title: t("chance"), columns: 3, fields: chanceFields(t, known) },
    { title: t("publicSource"), note: t("chanceNote"), columns: 3, fields: sourceFields(t, known) },
    { title: t("rules"), note: t("rulesNote"), columns: 3, fields: ruleFields(t, known) },
  ];
}

const aboutFields = (t: Say, known: Known): DeedField[] => [
  ...wordsFields({ name: "definition.name", label: t("name"), known: known?.name }),
  {
    kind: "text",
    name: "definition.code",
    label: t("code"),
    hint: t("codeHint"),
    required: true,
    value: known?.code ?? "",
  },
];

const prizeFields = (t: Say, prize: DeskDraw["prizes"][number] | null): DeedField[] => [
  ...wordsFields({ name: "name", label: t("prize"), known: prize?.name }),
  { kind: "whole", name: "quantity", label: t("quantity"), required: true, value: String(prize?.quantity ?? 1) },
  { kind: "decimal", name: "worth", label: t("worth"), value: prize?.worth ?? "" },
];

const ticketFields = (t: Say, { zone, wall }: Clock, known: Known): DeedField[] => [
  {
    kind: "instant",
    zone,
    name: "definition.closesAt",
    label: t("closes"),
    required: true,
    value: known ? wall(known.closesAt) : "",
  },
  {
    kind: "whole",
    name: "definition.ticketPrice",
    label: t("price"),
    hint: t("priceHint"),
    value: String(known?.ticketPrice ?? ""),
  },
  {
    kind: "whole",
    name: "definition.ticketsPerMember",
    label: t("most"),
    hint: t("mostHint"),
    value: String(known?.ticketsPerMember ?? ""),
  },
];

const chanceFields = (t: Say, known: Known): DeedField[] => [
  yesNo("definition.onePrizePerHolder", t("onePrize"), known?.onePrizePerHolder ?? true),
  yesNo("definition.excludesStaff", t("noStaff"), known?.excludesStaff ?? true),
];

const sourceFields = (t: Say, known: Known): DeedField[] =>
  wordsFields({
    name: "definition.publicSource",
    label: t("publicSource"),
    known: known?.publicSource,
    required: false,
  });

const ruleFields = (t: Say, known: Known): DeedField[] => [
  ...wordsFields({ name: "definition.rules", label: t("rules"), known: known?.rules, long: true }),
  text("definition.organiser.name", t("organiserName"), known?.organiserName),
  text("definition.organiser.address", t("organiserAddress"), known?.organiserAddress),
  text("definition.registrationNumber", t("registration"), known?.registrationNumber),
];

const text = (name: string, label: string, value: string | undefined): DeedField => ({
  kind: "text",
  name,
  label,
  required: true,
  value: value ?? "",
});

const yesNo = (name: string, label: string, value: boolean): DeedField => ({
  kind: "yesNo",
  name,
  label,
  required: true,
  value: String(value),
});
