-- A change of phase is the n-th of its customer and is never named otherwise. A number of its own cost an index more and a
-- block of numbers every few rows, which was a third of what keeping a change took.
alter table phase_change drop column id;
alter table phase_change drop column version;
alter table phase_change drop constraint phase_change_place;
alter table phase_change add constraint phase_change_pk primary key (customer_id, place);
