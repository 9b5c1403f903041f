-- Balances that were written down once stay: what was asked as of a day answers the same for ever.
CREATE TRIGGER account_balance_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON account_balance
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_piece_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_piece
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE VIEW broken_accounts (rule, severity, key, detail) AS
  -- B19 What was last written down of an account is the sum of its lines until then.
  SELECT 'B19', 'ERROR', concat_ws(':', b.account, nullif(b.owner_id, '')), format('%s in %s entries, %s in %s by the lines', b.amount,
    b.entries, coalesce(s.amount, 0), coalesce(s.entries, 0))
  FROM (SELECT DISTINCT ON (account, owner_id) * FROM account_balance ORDER BY account, owner_id, up_to DESC) b
  LEFT JOIN (
    SELECT l.account, CASE WHEN GROUPING(l.owner_id) = 1 THEN '*' ELSE l.owner_id END AS owner_id, sum(l.amount) AS amount,
      count(DISTINCT l.entry_id) AS entries
    FROM line l JOIN entry e ON e.id = l.entry_id WHERE e.ord <= (SELECT max(up_to) FROM ledger_piece)
    GROUP BY GROUPING SETS ((l.account, l.owner_id), (l.account))
  ) s ON s.account = b.account AND s.owner_id = b.owner_id
  WHERE (b.amount, b.entries) IS DISTINCT FROM (s.amount, s.entries);
