package io.github.crmkit.promotion;

import io.github.crmkit.access.Work;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The coupons of a tenant. */
public interface Coupons extends Repository<Coupon, CouponId> {

    /** How coupons are kept. */
    EntityType<Coupon, CouponId> TYPE = EntityType.named("coupon", CouponId::new, Coupon::id)
            .fields(CouponFields.ALL)
            .unique("code", CouponFields.CODE)
            .stamp(Coupon::stamp, Coupon::withStamp);

    /** The coupons within a unit of work, as its caller sees them. */
    static Coupons in(Work work) {
        return over(work.repository(TYPE));
    }

    /** The coupons in this repository. */
    static Coupons over(Repository<Coupon, CouponId> repository) {
        record Kept(Repository<Coupon, CouponId> base) implements Coupons, ForwardingRepository<Coupon, CouponId> {}
        return new Kept(repository);
    }

    /** The coupon with this code, in either case, spaces around it aside. */
    default Optional<Coupon> coded(String code) {
        return first(CouponFields.CODE.equalTo(Coupon.normal(code)), Sort.byId());
    }

    /**
     * The coupons with these codes, in either case, as many as there are.
     *
     * @param codes at most {@value io.github.crmkit.query.Criteria#MAX_VALUES}
     */
    default List<Coupon> coded(Collection<String> codes) {
        List<Coupon> found = new ArrayList<>();
        if (!codes.isEmpty()) {
            each(CouponFields.CODE.in(codes.stream().map(Coupon::normal).toList()), Sort.byId(), found::add);
        }
        return found;
    }
}
