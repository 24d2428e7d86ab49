package cn.huiying.shared.petition;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 引导法定途径: the petition belongs to another lawful route.
 */
@Revision("1")
public record PetitionRedirected(PetitionId petitionId, RedirectTarget target, String text, Instant at)
        implements PetitionEvent {}
