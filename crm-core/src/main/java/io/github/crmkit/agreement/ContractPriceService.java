package io.github.crmkit.agreement;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.time.DateRange;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.jspecify.annotations.Nullable;

/**
 * Keeps contracted prices, for one caller. Whoever does not see an account finds nothing that was agreed on with it, and
 * whoever may not change it agrees on nothing.
 */
public final class ContractPriceService {

    /** The most prices that are agreed on at once. */
    public static final int MAX_PRICES = Criteria.MAX_VALUES;

    private final Desk desk;

    public ContractPriceService(Desk desk) {
        this.desk = desk;
    }

    /**
     * Says what a product is to cost an account.
     *
     * @param unit what the price is for one of; absent for the unit of the product
     * @param price of one unit, 0 or more, at most 6 decimals
     * @param validity the days on which it applies
     * @param reference the contract that it stands in; absent for none
     */
    public record NewContractPrice(
            @NotNull ProductId product,
            @Nullable @PlainText(max = Product.MAX_WORD) String unit,
            @NotNull BigMoney price,
            @NotNull DateRange validity,

            @Nullable @PlainText(max = ContractPrice.MAX_REFERENCE)
            String reference)
            implements Command {

        /** The price of one unit of a product, in its own unit, on all days. */
        public static NewContractPrice of(ProductId product, BigMoneyProvider price) {
            return new NewContractPrice(product, null, price.toBigMoney(), DateRange.always(), null);
        }

        /** For one of this unit. */
        public NewContractPrice unit(@Nullable String word) {
            return new NewContractPrice(product, word, price, validity, reference);
        }

        /** On these days. */
        public NewContractPrice validity(DateRange days) {
            return new NewContractPrice(product, unit, price, days, reference);
        }

        /** Standing in this contract. */
        public NewContractPrice reference(@Nullable String contract) {
            return new NewContractPrice(product, unit, price, validity, contract);
        }

        @Override
        public void check(Violations problems) { // absent values are reported by their own constraints
            if (price != null) {
                problems.require(!price.isNegative(), "price", "negative", "must not be negative");
                problems.collect("price", () -> new UnitPrice(price));
            }
            if (validity != null) {
                validity.checkKept(problems, "validity");
            }
        }
    }

    /** Agrees on one price; as {@link #agreeAll} with a single one. */
    public ContractPrice agree(AccountId account, NewContractPrice price) {
        return agreeAll(account, List.of(price)).get(0);
    }

    /**
     * Agrees on prices with an account: all of them, or none. One of the same product, unit, currency and first day gets the
     * price, the end and the reference, and applies again where it was withdrawn; the rest is added. Doing it twice does
     * nothing the second time. The account gets a new version where anything changes.
     *
     * @param prices at most {@value #MAX_PRICES}
     * @return the contracted prices as they stand now, in the order of what was asked
     * @throws NotFoundException where there is no such account
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with any of them, under
     *     {@code prices[i]}; among them {@code not-found} for the product, {@code price-twice} for one that is agreed on
     *     twice, and {@code overlap} for days that another active one claims
     */
    public List<ContractPrice> agreeAll(AccountId account, List<NewContractPrice> prices) {
        if (prices.size() > MAX_PRICES) {
            throw new LimitExceededException("number of prices to agree on at once", MAX_PRICES);
        }
        return desk.runIdempotent(work ->
                new ContractSetting(work, account, prices, desk.commandCheck().inspectAll("prices", prices)).apply());
    }

    /** Stops a price from applying; prices that were given stay as they are. */
    public ContractPrice withdraw(ContractPriceId id) {
        return decide(id, ContractPrice::withdraw);
    }

    /**
     * Lets a withdrawn price apply again.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code overlap} where another one claims its days by now
     */
    public ContractPrice reinstate(ContractPriceId id) {
        return decide(id, ContractPrice::reinstate);
    }

    private ContractPrice decide(ContractPriceId id, Function<ContractPrice, Change<ContractPrice>> how) {
        return desk.run(work -> {
            ContractPrice price = seen(work, id);
            Change<ContractPrice> change = how.apply(price);
            Violations problems = new Violations();
            ContractPrices.in(work).of(price.account(), List.of(price.product())).stream()
                    .filter(other -> !other.id().equals(id) && other.overlaps(change.state()))
                    .forEach(other -> problems.add(
                            "validity",
                            "overlap",
                            "must not overlap the days of contract price "
                                    + other.id().text()));
            problems.throwIfAny("contract price");
            if (!change.isNone()) {
                work.save(
                        Accounts.TYPE,
                        Action.UPDATE,
                        work.get(Accounts.TYPE, price.account()).priced());
            }
            return work.save(ContractPrices.TYPE, Action.UPDATE, change);
        });
    }

    /**
     * The contracted price with this id.
     *
     * @throws NotFoundException when there is none, or its account is not seen
     */
    public ContractPrice get(ContractPriceId id) {
        return desk.run(work -> seen(work, id));
    }

    /**
     * One page of what was agreed on with an account.
     *
     * @throws NotFoundException where there is no such account
     */
    public Page<ContractPrice> find(
            AccountId account, Criteria<ContractPrice> where, Sort<ContractPrice> sort, PageRequest request) {
        return desk.run(work -> {
            work.get(Accounts.TYPE, account);
            return work.page(ContractPrices.TYPE, ContractPrices.of(account).and(where), sort, request);
        });
    }

    /** What was done to a contracted price, oldest first. */
    public List<HistoryEntry> history(ContractPriceId id) {
        return desk.run(work -> work.historyOf(ContractPrices.TYPE.refOf(seen(work, id))));
    }

    private static ContractPrice seen(Work work, ContractPriceId id) {
        ContractPrice price = work.get(ContractPrices.TYPE, id);
        if (Accounts.in(work).find(price.account()).isEmpty()) {
            throw new NotFoundException(ContractPrices.TYPE.refTo(id));
        }
        return price;
    }
}
