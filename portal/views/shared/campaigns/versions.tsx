import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { effectWords } from "#portal/lib/gives.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { classes } from "#portal/ui/classes.ts";
import { type Difference, DiffTable } from "#portal/ui/diff-table.tsx";
import { Status } from "#portal/ui/status.tsx";
import { limitWords } from "#portal/views/shared/campaigns/budget.tsx";
import { fundingWords } from "#portal/views/shared/campaigns/rules.tsx";
import type { Definition, Version } from "#portal/views/shared/campaigns/types.ts";
import { said, shownState } from "#portal/views/shared/campaigns/words.ts";

type VersionsProps = { versions: readonly Version[]; shown: Version; path: string };

/** Every version there was; what the shown one changes of the one before. */
export async function Versions({ versions, shown, path }: VersionsProps) {
  const t = await getTranslations("campaigns");
  const texts = await getTexts();
  const before = versions.find(({ version }) => version === shown.version - 1);
  return (
    <>
      <ul className="flex flex-wrap gap-2 px-5 pb-4">
        {versions.map((one) => (
          <li key={one.id}>
            <Link
              href={one === versions[0] ? path : `${path}?version=${one.version}`}
              aria-current={one.id === shown.id ? "page" : undefined}
              className={classes(
                "inline-flex items-center gap-2 rounded-lg border px-3 py-1.5",
                one.id === shown.id ? "border-accent bg-accent-soft" : "border-line hover:bg-sunken",
              )}
            >
              <span className="font-medium">{t("version", { version: one.version })}</span>
              <Status state={shownState(one.state)} />
              <span className="text-ink-faint text-sm">{texts.date(one.startsAt)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {before ? (
        <DiffTable
          caption={t("changed", { before: before.version, after: shown.version })}
          names={{
            field: t("what"),
            before: t("version", { version: before.version }),
            after: t("version", { version: shown.version }),
          }}
          differences={await differencesOf(before.definition, shown.definition)}
        />
      ) : null}
    </>
  );
}

/** Field by field in words; what stayed is told too, so that nobody has to guess. */
async function differencesOf(before: Definition, after: Definition): Promise<Difference[]> {
  const [old, fresh] = await Promise.all([toldOf(before), toldOf(after)]);
  const names = [...new Set([...old.keys(), ...fresh.keys()])];
  return names.map((name) => {
    const [was, is] = [old.get(name) ?? null, fresh.get(name) ?? null];
    return { id: name, name, before: was, after: is, changed: was !== is };
  });
}

async function toldOf(definition: Definition): Promise<Map<string, string>> {
  const t = await getTranslations("campaigns");
  const gives = await getTranslations("gives");
  const texts = await getTexts();
  const { name, startsAt, endsAt, funding, rules, limits, stacking } = definition;
  const ruleText = rules.flatMap((rule, nth): [string, string][] => [
    [
      `${t("rule", { number: nth + 1 })}: ${t("gives")}`,
      rule.effects.map((effect) => effectWords(gives, effect, texts)).join("; "),
    ],
    [
      `${t("rule", { number: nth + 1 })}: ${t("when_")}`,
      rule.conditions.map(({ expression }) => expression).join(" && ") || t("always"),
    ],
  ]);
  return new Map([
    [t("name"), said(name, texts.locale)],
    [t("starts"), texts.instant(startsAt)],
    [t("ends"), endsAt ? texts.instant(endsAt) : t("openEnd")],
    ...ruleText,
    [t("whoPays"), fundingWords(t, texts, funding)],
    [t("limits"), limits.map((limit) => limitWords(t, texts, limit)).join("; ") || t("noLimits")],
    [t("stacking"), stackingWords(t, stacking)],
  ]);
}

type Say = Awaited<ReturnType<typeof getTranslations<"campaigns">>>;

export function stackingWords(t: Say, { group, mode, priority, exclusive }: Definition["stacking"]): string {
  const how = exclusive ? t("stacking_EXCLUSIVE") : t(`stacking_${mode}`, { group });
  return `${how} · ${t("priorityOf", { priority })}`;
}
