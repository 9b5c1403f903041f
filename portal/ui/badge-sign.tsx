import { Compass, Flame, Heart, Leaf, type LucideIcon, Star, Trophy } from "lucide-react";
import { classes } from "#portal/ui/classes.ts";

const icons: Record<string, LucideIcon> = {
  TROPHY: Trophy,
  COMPASS: Compass,
  FLAME: Flame,
  STAR: Star,
  HEART: Heart,
  LEAF: Leaf,
};

const sizes = {
  small: ["size-9 rounded-lg", "size-4.5"],
  normal: ["size-12 rounded-xl", "size-6"],
  large: ["size-16 rounded-full", "size-7"],
} as const;

type SignProps = { icon: string | null | undefined; size: keyof typeof sizes; look?: "soft" | "won" };

/** The picture on a badge; a cup where there is none. */
export function BadgeSign({ icon, size, look = "soft" }: SignProps) {
  const Icon = icons[icon ?? "TROPHY"] ?? Trophy;
  const [frame, picture] = sizes[size];
  const colour = look === "won" ? "bg-accent text-on-accent" : "bg-accent-soft text-accent-strong";
  return (
    <span className={classes("grid shrink-0 place-items-center", frame, colour)}>
      <Icon className={picture} aria-hidden="true" />
    </span>
  );
}
