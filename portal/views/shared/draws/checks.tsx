import { CircleCheck, CircleDashed, CircleX } from "lucide-react";
import { getTranslations } from "next-intl/server";

type Proof = { seedHolds: boolean | null; listHolds: boolean | null; winnersHold: boolean | null };

/** What doing everything again says, promise by promise; null: its time has not come. */
export async function DrawChecks({ proof }: { proof: Proof | null }) {
  const t = await getTranslations("drawPage");
  return (
    <ul className="grid gap-3">
      {(["seedHolds", "listHolds", "winnersHold"] as const).map((name) => {
        const holds = proof?.[name] ?? null;
        return (
          <li key={name} className="flex items-start gap-3">
            <Sign holds={holds} />
            <span className="min-w-0 grow">{t(name)}</span>
            <span className="whitespace-nowrap text-ink-faint text-sm">
              {holds === null ? t("notYet") : t(holds ? "holds" : "broken")}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Sign({ holds }: { holds: boolean | null }) {
  if (holds === null) return <CircleDashed className="mt-0.5 size-5 shrink-0 text-ink-faint" aria-hidden="true" />;
  return holds ? (
    <CircleCheck className="mt-0.5 size-5 shrink-0 text-good" aria-hidden="true" />
  ) : (
    <CircleX className="mt-0.5 size-5 shrink-0 text-bad" aria-hidden="true" />
  );
}
