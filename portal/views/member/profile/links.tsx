import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { Panel } from "#portal/ui/page.tsx";
import type { Profile } from "#portal/views/member/profile/profile.tsx";
import { PushLink } from "#portal/views/member/profile/push-link.tsx";
import { TelegramLink } from "#portal/views/member/profile/telegram-link.tsx";
import { unlinkChannel } from "#schema/documents.ts";

/** The ways this hub has beside the inbox, and where the member is linked. */
export async function ChannelLinks({ profile }: { profile: Profile }) {
  const t = await getTranslations("profile");
  const texts = await getTexts();
  const isOn = (channel: string) => profile.channels.some((one) => one.channel === channel && one.isOn);
  const links = profile.channelLinks;
  const { pushPublicKey } = profile.channelDoors;
  return (
    <Panel title={t("ways")} note={t("waysNote")}>
      <ul className="grid gap-3">
        {profile.channels.map(({ channel, isOn: on }) => (
          <li key={channel} className="flex flex-wrap items-center justify-between gap-3">
            <span>
              <span className="block font-medium">{t(`channel_${channel}`)}</span>
              <span className="block text-ink-faint text-sm">{on ? t(`way_${channel}`) : t("off")}</span>
            </span>
            {on && channel === "TELEGRAM" && !links.some((link) => link.channel === channel) ? (
              <TelegramLink
                words={{
                  start: t("telegramStart"),
                  open: t("telegramOpen"),
                  send: t("telegramSend"),
                  failed: t("telegramFailed"),
                }}
              />
            ) : null}
            {on && channel === "PUSH" && pushPublicKey ? (
              <PushLink publicKey={pushPublicKey} words={{ start: t("pushStart"), failed: t("pushFailed") }} />
            ) : null}
          </li>
        ))}
        {links.map((link) => (
          <li
            key={link.id}
            className="flex flex-wrap items-center justify-between gap-3 rounded-xl bg-sunken px-4 py-3"
          >
            <span>
              {t(`channel_${link.channel}`)}
              <span className="block text-ink-faint text-sm">{t("since", { date: texts.date(link.createdAt) })}</span>
            </span>
            <DeedButton operation={unlinkChannel} input={{ channelLinkId: link.id }} look="quiet" done={t("unlinked")}>
              {t("unlink")}
            </DeedButton>
          </li>
        ))}
      </ul>
      {isOn("TELEGRAM") || isOn("EMAIL") || isOn("PUSH") || isOn("SMS") ? null : (
        <p className="mt-4 text-ink-soft text-sm">{t("allOff")}</p>
      )}
    </Panel>
  );
}
