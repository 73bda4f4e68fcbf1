package kz.tapbot.model.value;

import java.math.BigDecimal;
import java.util.Currency;
import kz.tapbot.diagnostic.code.ModelCode;

/**
 * What something costs a month.
 *
 * @param amount zero or more, at most two decimal places kept as given
 * @param currency the ISO 4217 currency
 */
public record MonthlyCost(BigDecimal amount, Currency currency) {

    /** Checks that the amount is not negative and reasonable. */
    public MonthlyCost {
        if (amount.signum() < 0
                || amount.scale() > 2
                || amount.precision() > 12
                || (long) amount.precision() - amount.scale() > 10) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY, "A monthly cost is zero or more, with at most two decimal places.");
        }
        amount = amount.setScale(2);
    }

    /**
     * An amount in a currency.
     *
     * @param amount whole units of the currency
     * @param currencyCode an ISO 4217 code such as {@code RUB}
     */
    public static MonthlyCost of(long amount, String currencyCode) {
        try {
            return new MonthlyCost(BigDecimal.valueOf(amount), Currency.getInstance(currencyCode));
        } catch (InvalidValueException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY,
                    "A currency is an ISO 4217 code such as RUB, not " + InvalidValueException.show(currencyCode)
                            + ".");
        }
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
