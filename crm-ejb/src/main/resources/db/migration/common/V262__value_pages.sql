-- Lists of the whole base show their newest rows without putting all of them in order: the first rows of an index are the
-- first of the page.
create index purchase_newest on purchase (purchased_at desc, id desc);
