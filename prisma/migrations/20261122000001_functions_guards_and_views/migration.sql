-- Why: the rules that Prisma's language cannot say, and the posting function: the text of prisma/sql.
-- Undo: drop the functions, triggers, constraints and views named here.

