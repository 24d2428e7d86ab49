package cn.huiying.command.erasure;

import cn.huiying.command.dossier.DossierKind;
import cn.huiying.shared.erasure.ErasureId;

/** Erasures of personal data 个人信息删除 as a kind of dossiers. */
public final class ErasureKind {

    public static final DossierKind ERASURE = new DossierKind(
            "privacy",
            "erasures",
            "ERS-",
            "erasure",
            "erasure",
            "个人信息删除申请",
            "erasureId",
            ErasureId::new,
            Erasure.class,
            RequestErasure.class);

    private ErasureKind() {}
}
