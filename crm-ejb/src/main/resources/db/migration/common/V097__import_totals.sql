-- What the purchases that an import brought in come to, per currency: "EUR 10.50;USD 244091.94".
alter table import_job add column totals varchar(4000);
