-- Every index of a table that a refresh writes by the hundred thousand costs each row a place somewhere in a tree.
-- What asks for phases by day looks at nearly all of them anyway, and can read the rows themselves.
drop index phase_change_day;

-- Nobody asks for the changes of a run; the key to the customer kept a tree beside the index by customer. Changes go with
-- their customer where customers are merged or forgotten.
drop index tier_change_run;
alter table tier_change drop constraint tier_change_customer;
