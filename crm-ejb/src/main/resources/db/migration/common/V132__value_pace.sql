-- A refresh rewrites these rows by the hundred thousand; every index costs each of them a place somewhere in a tree.
-- Phases are replayed from the past and never outlive their customer, so nothing has to be checked row by row, and one index
-- by day answers all questions about a window.
alter table phase_change drop constraint phase_change_customer;
drop index phase_change_day;
drop index phase_change_stay;
drop index phase_change_left;
create index phase_change_day on phase_change (changed_on, left_on, to_phase);

-- All rows name the same run: an index on it finds nothing.
alter table customer_value drop constraint customer_value_run;
