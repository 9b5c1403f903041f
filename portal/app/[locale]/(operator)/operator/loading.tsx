import { PageSkeleton } from "#portal/ui/states.tsx";

export default PageSkeleton;
