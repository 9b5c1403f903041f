import { Missing } from "#portal/ui/missing.tsx";

export default function NotFound() {
  return <Missing />;
}
