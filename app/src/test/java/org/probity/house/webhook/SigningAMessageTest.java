package org.probity.house.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningAMessageTest {
    /** The example that Standard Webhooks' libraries are tested with. */
    @Test
    void theSignatureIsTheOneThatReceiversExpect() {
        assertThat(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void duringAChangeOverThereIsOneSignatureForEachSecret() {
        var newer = Secret.fresh();
        var older = Secret.fresh();
        assertThat(Secret.sign(List.of(newer, older), "msg_1", 7, "{}")).isEqualTo(newer.sign("msg_1", 7, "{}") + " " + older.sign("msg_1", 7, "{}"));
    }

    @Test
    void aSecretIs32RandomBytesAndIsNotPrinted() {
        var secret = Secret.fresh();
        assertThat(Base64.getDecoder().decode(secret.text().substring("whsec_".length()))).hasSize(32);
        assertThat(secret.text()).isNotEqualTo(Secret.fresh().text());
        assertThat(secret.toString()).doesNotContain(secret.text().substring(6));
    }
}
