import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Facts, Panel } from "#portal/ui/page.tsx";
import type { House } from "#portal/views/shared/journeys/types.ts";
import { type messagingSettings, setMessagingRules, testChannel } from "#schema/documents.ts";

type SettingsProps = { settings: AnswerOf<typeof messagingSettings>; house: House };

/** Which ways this hub has to members, and when and how often they are used. */
export async function ChannelSettings({ settings: { channels, messagingRules: rules }, house }: SettingsProps) {
  const t = await getTranslations("journeys");
  const isAdmin = house.roles.includes("OPERATOR_ADMIN");
  return (
    <div className="mt-6 grid items-start gap-6 lg:grid-cols-2">
      <Panel title={t("channels")} note={t("channelsNote")}>
        <ul className="grid gap-2">
          {channels.map(({ channel, isOn }) => (
            <li key={channel} className="flex min-h-10 flex-wrap items-center justify-between gap-3">
              <span>
                <span className="font-medium">{t(`channel_${channel}`)}</span>{" "}
                <span className="text-ink-faint text-sm">{isOn ? t("isOn") : t("isOff")}</span>
              </span>
              {isOn && isAdmin ? (
                <DeedButton operation={testChannel} input={{ channel }} look="secondary" size="small" done={t("works")}>
                  {t("test")}
                </DeedButton>
              ) : null}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t("rules")} note={t("rulesNote")}>
        <Facts
          facts={[
            [
              t("quiet"),
              rules.quietFrom === rules.quietUntil ? t("noQuiet") : `${rules.quietFrom} – ${rules.quietUntil}`,
            ],
            [t("weeklyMost"), String(rules.weeklyMost)],
          ]}
        />
        {isAdmin ? (
          <div className="mt-4">
            <DeedDialog
              operation={setMessagingRules}
              input={{}}
              takes={{ reason: "required" }}
              look="secondary"
              fields={[
                { name: "quietFrom", kind: "text", label: t("quietFrom"), required: true, value: rules.quietFrom },
                { name: "quietUntil", kind: "text", label: t("quietUntil"), required: true, value: rules.quietUntil },
                {
                  name: "weeklyMost",
                  kind: "whole",
                  label: t("weeklyMost"),
                  required: true,
                  value: String(rules.weeklyMost),
                },
              ]}
              button={t("change")}
              title={t("rules")}
              text={t("rulesNote")}
              confirm={t("change")}
              done={t("changed")}
            />
          </div>
        ) : null}
      </Panel>
    </div>
  );
}
