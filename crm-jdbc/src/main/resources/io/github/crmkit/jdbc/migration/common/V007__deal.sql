-- What deals are made of: where the amount comes from, what recurs, slips, rivals, the rate at closing, the dossier.

alter table ${table}opportunity add column amount_mode varchar(40) ${text} default 'ENTERED' not null;
alter table ${table}opportunity add column recurring_amount numeric(24, 6);
alter table ${table}opportunity add column recurring_months bigint;
alter table ${table}opportunity add column slips_in_period bigint default 0 not null;
alter table ${table}opportunity add column slips_across bigint default 0 not null;
alter table ${table}opportunity add column close_competitor varchar(100) ${text};
alter table ${table}opportunity add column close_rate numeric(33, 15);
alter table ${table}opportunity add column close_rate_currency varchar(3) ${text};
alter table ${table}opportunity add column close_rate_source varchar(200) ${text};
alter table ${table}opportunity add column next_step varchar(300) ${text};
alter table ${table}opportunity add column next_step_on date;
alter table ${table}opportunity add column dossier ${longtext};
