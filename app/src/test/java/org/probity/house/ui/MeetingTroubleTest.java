package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

@WholeHouse
class MeetingTroubleTest {
    @Autowired TroubleWeb trouble;

    @Test
    void whoSendsTheSameAtTheSameMomentIsToldSoAndNotThatSomethingFailed() throws Exception {
        var answer = trouble.thrown(new DuplicateKeyException("numbers are unique"), new MockHttpServletRequest("POST", "/api/suppliers"));
        assertThat(((ResponseEntity<?>) answer).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    }
}
