import type { ComponentProps } from "react";
import { Link } from "#portal/i18n/navigation.ts";
import { classes } from "#portal/ui/classes.ts";

const shapes = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong disabled:opacity-55",
  secondary: "border border-line bg-surface text-ink hover:bg-sunken disabled:text-ink-faint",
  quiet: "text-ink-soft hover:bg-sunken hover:text-ink",
  danger: "bg-bad text-surface hover:opacity-90 disabled:opacity-55",
} as const;

const sizes = { normal: "min-h-10 px-4", small: "min-h-8 px-3 text-sm", square: "size-9 justify-center" } as const;

export type ButtonLook = { look?: keyof typeof shapes; size?: keyof typeof sizes };

export const buttonClass = ({ look = "secondary", size = "normal" }: ButtonLook = {}, extra?: string) =>
  classes(
    "inline-flex items-center gap-2 whitespace-nowrap rounded-lg font-medium transition-colors",
    shapes[look],
    sizes[size],
    extra,
  );

export function Button({ look, size, className, ...rest }: ComponentProps<"button"> & ButtonLook) {
  return <button type="button" {...rest} className={buttonClass({ look, size }, className)} />;
}

export function ButtonLink({ look, size, className, ...rest }: ComponentProps<typeof Link> & ButtonLook) {
  return <Link {...rest} className={buttonClass({ look, size }, className)} />;
}

/** A file the browser saves; never a client-side navigation. */
export function DownloadLink({ look, size, className, ...rest }: ComponentProps<"a"> & ButtonLook) {
  return <a {...rest} download className={buttonClass({ look, size }, className)} />;
}
