import { Check, ChevronDown, Lock, X } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { Panel } from "#portal/ui/page.tsx";
import type { Profile } from "#portal/views/member/profile/profile.tsx";
import { setConsents } from "#schema/documents.ts";

type House = Profile["messagingPreferences"][number];
type Choice = House["choices"][number];

/** What for, which way and from whom: one switch each. Ways that this hub does not have are not asked about. */
export async function PreferenceMatrix({ profile }: { profile: Profile }) {
  const t = await getTranslations("profile");
  const ways = ["INBOX", ...profile.channels.filter(({ isOn }) => isOn).map(({ channel }) => channel)];
  const [coalition, ...partners] = profile.messagingPreferences;
  return (
    <Panel title={t("messages")} note={t("messagesNote")}>
      {coalition ? <HouseMatrix house={coalition} ways={ways} /> : null}
      {partners.length > 0 ? (
        <div className="mt-5 grid gap-2">
          <p className="font-medium">{t("partners")}</p>
          {partners.map((house) => (
            <details key={house.partner?.id} className="group rounded-xl border border-line px-4">
              <summary className="flex min-h-12 cursor-pointer items-center justify-between gap-3 font-medium">
                {house.partner?.name}
                <span className="flex items-center gap-2 font-normal text-ink-faint text-sm">
                  {t("agreed", { count: house.choices.filter(({ granted, fixed }) => granted && !fixed).length })}
                  <ChevronDown className="size-4 group-open:rotate-180" aria-hidden="true" />
                </span>
              </summary>
              <div className="pb-4">
                <HouseMatrix house={house} ways={ways} />
              </div>
            </details>
          ))}
        </div>
      ) : null}
    </Panel>
  );
}

async function HouseMatrix({ house, ways }: { house: House; ways: readonly string[] }) {
  const t = await getTranslations("profile");
  const purposes = (["SERVICE", "OFFERS", "NEWS"] as const).filter(
    (purpose) => house.partner === null || purpose !== "SERVICE",
  );
  return (
    <div className="grid gap-4">
      {purposes.map((purpose) => (
        <section key={purpose} aria-label={t(`purpose_${purpose}`)}>
          <p className="font-medium">{t(`purpose_${purpose}`)}</p>
          <p className="text-ink-faint text-sm">{t(`purposeNote_${purpose}`)}</p>
          <ul className="mt-2 flex flex-wrap gap-2">
            {house.choices
              .filter((choice) => choice.purpose === purpose && ways.includes(choice.channel))
              .map((choice) => (
                <li key={choice.channel}>
                  <Switch choice={choice} partnerId={house.partner?.id ?? null} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

async function Switch({ choice, partnerId }: { choice: Choice; partnerId: string | null }) {
  const t = await getTranslations("profile");
  const { purpose, channel, granted, fixed } = choice;
  if (fixed) {
    return (
      <span className="inline-flex min-h-11 items-center gap-2 rounded-lg bg-sunken px-4 text-ink-soft">
        <Lock className="size-4" aria-hidden="true" />
        {t(`channel_${channel}`)}
        <span className="sr-only">{t("always")}</span>
      </span>
    );
  }
  const Icon = granted ? Check : X;
  return (
    <DeedButton
      operation={setConsents}
      input={{ choices: [{ partnerId, purpose, channel, granted: !granted }] }}
      look={granted ? "primary" : "secondary"}
      pressed={granted}
      className="min-h-11"
      done={granted ? t("taken") : t("given")}
    >
      <Icon className="size-4" aria-hidden="true" />
      {t(`channel_${channel}`)}
    </DeedButton>
  );
}
