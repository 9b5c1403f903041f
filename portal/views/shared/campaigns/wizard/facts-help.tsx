"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { fieldClass } from "#portal/ui/field-class.ts";
import { ScrollRegion } from "#portal/ui/scroll-region.tsx";
import type { Fact } from "#portal/views/shared/facts.ts";

/** Everything an expression may read, beside it: the checker knows the same. */
export function FactsHelp({ facts }: { facts: readonly Fact[] }) {
  const t = useTranslations("campaigns");
  const [sought, setSought] = useState("");
  const word = sought.trim().toLowerCase();
  const shown = facts.filter(({ name, description }) => `${name} ${description}`.toLowerCase().includes(word));
  return (
    <section aria-label={t("facts_")} className="panel p-4">
      <h2 className="font-semibold">{t("facts_")}</h2>
      <p className="text-ink-soft text-sm">{t("factsText")}</p>
      <input
        type="search"
        aria-label={t("findFact")}
        placeholder={t("findFact")}
        value={sought}
        onChange={({ currentTarget }) => setSought(currentTarget.value)}
        className={fieldClass}
      />
      <ScrollRegion label={t("facts_")} className="mt-3 max-h-[28rem]">
        <dl>
          {shown.map(({ name, type, unit, description }) => (
            <div key={name} className="border-line/70 border-b py-2 last:border-b-0">
              <dt className="flex flex-wrap items-baseline justify-between gap-x-3">
                <code className="font-medium text-[0.8125rem]">{name}</code>
                <span className="text-ink-faint text-xs">{unit ? `${type}, ${unit}` : type}</span>
              </dt>
              <dd className="text-ink-soft text-sm">{description}</dd>
            </div>
          ))}
        </dl>
      </ScrollRegion>
    </section>
  );
}
