import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { loadMessages } from "#portal/i18n/messages.ts";
import { inputOf, missingFields } from "#portal/lib/deed-input.ts";
import type { DeedField } from "#portal/ui/deed-fields.tsx";
import { offerFields } from "#portal/views/shared/offerings/forms.ts";
import type { OfferRow } from "#portal/views/shared/offerings/types.ts";

const t = createTranslator({ locale: "en", messages: await loadMessages("en"), namespace: "offerings" });
const context = { locale: "en" as const, points: String, zone: "Europe/Minsk", wall: () => "2026-03-01T03:00" };
const none = { campaigns: [], pools: [], segments: [], categories: [] };
const words = (en: string) => ({ en, ru: null, be: null });

const draft: OfferRow = {
  ...{ id: "off_1", code: "bread", state: "DRAFT", symbol: "BREAD", category: null, partner: null, lastsDays: null },
  ...{ name: words("Bread days"), terms: words("For you."), validFrom: "2026-03-01T00:00:00Z", validUntil: null },
  ...{ audience: "TAG", audienceRef: "loyal", segment: null, controlBps: 0, madeAt: null, gives: [] },
  ...{ couponPool: null, campaign: null, figures: null, memberCount: 0, listed: [], goodAt: [] },
};

/** What goes to the hub when a form is opened and sent as it is. */
async function sentAsItIs(fields: DeedField[]): Promise<Record<string, unknown>> {
  const value = (field: DeedField) => {
    // As a browser does: a choice that must be made holds one of those there are.
    if (field.kind !== "choice" || !field.required) return field.value ?? "";
    return (field.choices.find(({ value: one }) => one === field.value) ?? field.choices[0])?.value ?? "";
  };
  const values = new Map(fields.map((field) => [field.name, value(field)]));
  const asked = fields.filter(({ when }) => !when || when.is.includes(values.get(when.name) ?? ""));
  const form = new FormData();
  for (const field of asked) form.set(field.name, value(field));
  expect(missingFields(asked, form)).toEqual([]);
  return inputOf(asked, form);
}

test("a draft that is opened and saved keeps its campaign, its pool and its segment, whatever else there is to choose", async () => {
  const latest = { id: "cpv_1", state: "PAUSED" as const, definition: { name: words("Mondays") } };
  const known: OfferRow = {
    ...draft,
    ...{ audience: "SEGMENT", audienceRef: "seg_old", segment: { id: "seg_old", name: words("Old friends") } },
    campaign: { id: "cmp_old", latest },
    couponPool: { id: "cpl_old", name: words("Old pool") },
  };
  const others = {
    campaigns: [{ value: "cmp_new", name: "New" }],
    pools: [{ value: "cpl_new", name: "New" }],
    segments: [{ value: "seg_new", name: "New" }],
    categories: [],
  };
  const kept = { campaignId: "cmp_old", couponPoolId: "cpl_old", audience: "SEGMENT", audienceRef: "seg_old" };
  for (const choices of [others, none]) {
    const fields = offerFields(t, context, choices, known);
    expect(await sentAsItIs(fields)).toMatchObject(kept);
    const names = fields.flatMap((field) => (field.kind === "choice" ? field.choices : [])).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Mondays", "Old pool", "Old friends"]));
  }
});

test("a segment that the house sees no more is told by its id and not exchanged for another", async () => {
  const known: OfferRow = { ...draft, audience: "SEGMENT", audienceRef: "seg_gone" };
  const segments = [{ value: "seg_new", name: "New" }];
  expect(await sentAsItIs(offerFields(t, context, { ...none, segments }, known))).toMatchObject({
    ...{ audience: "SEGMENT", audienceRef: "seg_gone" },
  });
});

test("a tag and a list of members stay what they are", async () => {
  const segments = [{ value: "seg_new", name: "New" }];
  expect(await sentAsItIs(offerFields(t, context, { ...none, segments }, draft))).toMatchObject({
    ...{ audience: "TAG", audienceRef: "loyal" },
  });
  const listed: OfferRow = { ...draft, audience: "MEMBERS", audienceRef: null, memberCount: 2 };
  const sent = await sentAsItIs(offerFields(t, context, { ...none, segments }, listed));
  expect(sent).toMatchObject({ audience: "MEMBERS" });
  expect(sent).not.toHaveProperty("audienceRef");
  expect(sent, "without a new list the gateway keeps the old one").not.toHaveProperty("members");
  const first = offerFields(t, context, { ...none, segments }).find(({ name }) => name === "members[]");
  expect(first?.required, "a list that is not there yet").toBe(true);
});
