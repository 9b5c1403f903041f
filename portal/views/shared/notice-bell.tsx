import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { RefreshOn } from "#portal/lib/live.tsx";
import { read } from "#portal/lib/read.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Bell } from "#portal/ui/shell/bell.tsx";
import { noticeWords } from "#portal/views/shared/notice-words.ts";
import { notices, noticesChanged } from "#schema/documents.ts";

const SHOWN = 12;

/** The bell of whoever is signed in; it rings by itself. */
export async function NoticeBell() {
  const say = await getTranslations();
  const texts = await getTexts();
  const answer = await ifAllowed(read(notices, { first: SHOWN, after: null }));
  if (!answer) return null;
  const unread = answer.unreadNoticeCount;
  return (
    <>
      <RefreshOn bell={noticesChanged} variables={{}} ofPage={false} />
      <Bell
        unread={unread}
        unreadText={unread > 99 ? "99+" : texts.points(unread)}
        news={answer.notices.edges.map(({ node }) => {
          const { title, more } = noticeWords(say, node, texts);
          return {
            id: node.id,
            title,
            text: more.join(" · "),
            when: texts.instant(node.createdAt),
            href: node.href,
            unread: node.readAt === null,
          };
        })}
      />
    </>
  );
}
