-- Lists of the whole base show their newest rows without putting all of them in order: the first rows of an index are the
-- first of the page. A change of phase is found by what the index holds; a refresh writes only changes that are new.
create index phase_change_moved on phase_change (changed_on desc, customer_id, place, from_phase, to_phase);
create index purchase_newest on purchase (purchased_at desc, id desc);
