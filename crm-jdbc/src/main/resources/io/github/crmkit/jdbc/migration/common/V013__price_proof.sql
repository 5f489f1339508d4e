-- How many units the calculated price of a quote's line is for, why the line is there, and what was chosen of a bundle.

alter table ${table}quote_line add column price_per numeric(24, 6) default 1 not null;
alter table ${table}quote_line add column line_role varchar(40) ${text} default 'ASKED' not null;
alter table ${table}quote_line add column chosen ${longtext};
