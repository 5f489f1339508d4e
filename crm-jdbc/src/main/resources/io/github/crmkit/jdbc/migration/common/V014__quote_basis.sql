-- What the prices of a quote rest on besides book and day, and for which days a line is sold.

alter table ${table}quote add column channel varchar(100) ${text};
alter table ${table}quote add column campaign varchar(100) ${text};
alter table ${table}quote add column coupons ${longtext};
alter table ${table}quote add column custom_values ${longtext};
alter table ${table}quote add column book_reason varchar(40) ${text};
alter table ${table}quote add column book_assignment_id ${id};
alter table ${table}quote add column taxes ${longtext};
alter table ${table}quote add column promotions ${longtext};

alter table ${table}quote_line add column term varchar(80) ${text};
