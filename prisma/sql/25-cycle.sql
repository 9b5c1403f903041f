-- What must hold of one closing cycle before it is netted: the rules of `books_invariants` that its own entries can
-- break, asked of these entries alone, so that it takes as long as the cycle is large and not as the books are.

-- A stretch of the cycle's entries by their ids, both ends included: the rules they break, and how many entries and lines
-- there are, less those of the netting itself. Ids follow time, so both tables are read in the order in which they lie.
CREATE FUNCTION look_through_entries(p_cycle text, p_first text, p_last text)
RETURNS TABLE (rules text[], entries int, lines int) LANGUAGE sql STABLE AS $$
  -- I01 Every entry sums to zero in each unit. I02 No entry without lines. B13 Lines stand in the cycle of their entry,
  -- and in points or the programme's currency. B10 Every entry is part of a deed. All in one pass over the lines.
  SELECT coalesce(array_agg(DISTINCT rule) FILTER (WHERE rule IS NOT NULL), '{}'),
    count(id) FILTER (WHERE NOT nets)::int, coalesce(sum(lines) FILTER (WHERE NOT nets), 0)::int
  FROM (
    SELECT e.id, coalesce(s.lines, 0) AS lines, coalesce(e.event IN ('NET', 'NET_REVERSED'), false) AS nets, CASE
        WHEN e.id IS NULL OR s.is_odd THEN 'B13'
        WHEN s.entry_id IS NULL THEN 'I02'
        WHEN s.points <> 0 OR s.money <> 0 THEN 'I01'
        WHEN (SELECT d.id FROM deed d WHERE d.id = e.deed_id) IS NULL THEN 'B10'
      END AS rule
    FROM (
      SELECT entry_id, count(*) AS lines, sum(amount) FILTER (WHERE unit = 'PTS') AS points,
        sum(amount) FILTER (WHERE unit <> 'PTS') AS money, bool_or(unit NOT IN ('PTS', (SELECT currency FROM programme))) AS is_odd
      FROM line WHERE cycle_id = p_cycle AND entry_id BETWEEN p_first AND p_last GROUP BY entry_id
    ) s FULL JOIN (
      SELECT id, deed_id, event FROM entry WHERE cycle_id = p_cycle AND id BETWEEN p_first AND p_last
    ) e ON e.id = s.entry_id
  ) looked
$$;

CREATE FUNCTION broken_in_cycle(p_cycle text) RETURNS TABLE (rule text, key text) LANGUAGE sql STABLE AS $$
  -- I13 What an entry is about began in its own cycle or before.
  SELECT 'I13', e.id FROM entry e JOIN cycle c ON c.id = p_cycle LEFT JOIN cycle o ON o.id = e.origin_cycle_id
  WHERE e.cycle_id = p_cycle AND e.origin_cycle_id <> e.cycle_id AND o.seq <= c.seq IS NOT TRUE
UNION ALL
  -- I09 What the cycle begins with is what the cycle before carried over: the exposure counter holds all positions, so
  -- less this cycle's lines and those of the ones after it, it is where the partner stood when the cycle began.
  SELECT 'I09', coalesce(b.partner_id, o.partner_id)
  FROM (
    SELECT x.partner_id, x.position_e6 - coalesce(sum(l.amount), 0) AS e6
    FROM exposure x LEFT JOIN line l ON l.account = 'POSITION' AND l.owner_id = x.partner_id AND l.cycle_id = ANY (ARRAY(
      SELECT later.id FROM cycle later WHERE later.seq >= (SELECT seq FROM cycle WHERE id = p_cycle)))
    GROUP BY x.partner_id, x.position_e6
  ) b FULL JOIN (
    SELECT o.partner_id, o.carried_e6 AS e6 FROM cycle c JOIN cycle before ON before.seq = c.seq - 1
    JOIN obligation o ON o.cycle_id = before.id AND o.state <> 'SUPERSEDED' WHERE c.id = p_cycle
  ) o ON o.partner_id = b.partner_id
  WHERE coalesce(b.e6, 0) <> coalesce(o.e6, 0)
$$;
