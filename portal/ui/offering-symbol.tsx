import {
  Coffee,
  Croissant,
  Flower2,
  Fuel,
  Gift,
  Heart,
  type LucideIcon,
  Percent,
  Pill,
  ShoppingBasket,
  Sparkles,
  Star,
  Ticket,
} from "lucide-react";

const icons: Record<string, LucideIcon> = {
  COFFEE: Coffee,
  BREAD: Croissant,
  BASKET: ShoppingBasket,
  FUEL: Fuel,
  PILL: Pill,
  GIFT: Gift,
  PERCENT: Percent,
  POINTS: Sparkles,
  FLOWER: Flower2,
  TICKET: Ticket,
  HEART: Heart,
  STAR: Star,
};

export const offeringSymbols = Object.keys(icons);

/** The picture that stands for what is offered; words beside it say the same. */
export function OfferingSymbol({ symbol, className }: { symbol: string; className?: string }) {
  const Icon = icons[symbol] ?? Star;
  return <Icon className={className ?? "size-5"} aria-hidden="true" />;
}
