package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 按期完成: a duty was done in time.
 *
 * @param code of the deadline
 */
@Revision("1")
public record DeadlineMet(PetitionId petitionId, String code, Instant dueAt, Instant at) implements DeadlineEvent {}
