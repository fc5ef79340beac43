-- Of whom the parameters and the check of the model are, so that every count on its card opens to its customers. Fitted is 0
-- for who was no customer on the day, 1 for who was but was passed over, 2 for whose purchases the model was fitted on and 3
-- for whose values too. Repeats are those before the check, -1 without one; place is the tenth of the check, 1 to 10, or 0.
-- Null until the next refresh.
alter table customer_value add column fitted smallint;
alter table customer_value add column check_repeats integer;
alter table customer_value add column check_place smallint;
