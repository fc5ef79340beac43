-- Each issue is asked for by its own condition: of a view over all of them Derby made every row before it looked for those
-- of one customer.
drop view customer_issue;
