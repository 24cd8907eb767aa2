package org.probity.supply.traceability;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What stands in a program's way, under the name and the number that EPCIS 2.0 gives it (REST binding, problem response); the reasons stay beside it. */
enum EpcisProblem {
    VALIDATION("ValidationException", HttpStatus.BAD_REQUEST),
    MEDIA_TYPE("UnsupportedMediaTypeException", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    CAPTURE_LIMIT("CaptureLimitExceededException", HttpStatus.CONTENT_TOO_LARGE),
    QUERY_PARAMETER("QueryParameterException", HttpStatus.BAD_REQUEST),
    SUBSCRIPTION_CONTROLS("SubscriptionControlsException", HttpStatus.BAD_REQUEST),
    ALREADY_EXISTS("ResourceAlreadyExistsException", HttpStatus.CONFLICT);

    private final String type;
    private final HttpStatus status;

    EpcisProblem(String name, HttpStatus status) {
        this.type = "epcisException:" + name;
        this.status = status;
    }

    String type() {
        return type;
    }

    /** The same refusal. */
    ResponseEntity<?> named(ResponseEntity<?> refusal) {
        if (refusal.getBody() instanceof ProblemDetail problem) {
            problem.setType(URI.create(type));
            problem.setStatus(status);
            return ResponseEntity.status(status).headers(refusal.getHeaders()).body(problem);
        }
        return refusal;
    }
}
