import { ChevronRight } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { moreIcons } from "./more/icons.ts";
import { type MoreLink, moreLinks } from "./more/links.ts";

/** Everything a member can do that has no tab, in groups. */
export async function MemberMore() {
  const t = await getTranslations("more");
  const groups = Object.entries(moreLinks) as [keyof typeof moreLinks, readonly MoreLink[]][];
  return (
    <>
      <PageHead title={t("title")} />
      <div className="grid gap-6">
        {groups
          .filter(([, links]) => links.length > 0)
          .map(([group, links]) => (
            <Panel key={group} title={t(`groups.${group}`)} flush>
              <ul>
                {links.map((link) => (
                  <MoreRow
                    key={link.href}
                    link={link}
                    name={t(`links.${link.name}.name`)}
                    does={t(`links.${link.name}.does`)}
                  />
                ))}
              </ul>
            </Panel>
          ))}
      </div>
    </>
  );
}

function MoreRow({ link: { href, name: sign }, name, does }: { link: MoreLink; name: string; does: string }) {
  const Icon = moreIcons[sign];
  return (
    <li className="border-line/70 border-t">
      <Link
        href={href}
        className="grid min-h-16 grid-cols-[2.5rem_minmax(0,1fr)_1rem] items-center gap-x-3 px-5 py-3 hover:bg-sunken/60"
      >
        <span className="grid size-9 place-items-center rounded-lg bg-accent-soft text-accent-strong">
          <Icon className="size-[1.125rem]" aria-hidden="true" />
        </span>
        <span className="min-w-0">
          <span className="block font-medium text-ink">{name}</span>
          <span className="block text-ink-faint text-sm">{does}</span>
        </span>
        <ChevronRight className="size-4 text-ink-faint" aria-hidden="true" />
      </Link>
    </li>
  );
}
